/* What the settings page asks for, loaded by its first message. */
export { parseSettingsFile } from '../../../utils/core/storage/settings-file-schema.ts';
export { exportSettings } from './export-settings.ts';
export { importSettings } from './import-settings.ts';
export { resetSettings, saveSettings } from './save-settings.ts';
