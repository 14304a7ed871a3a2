/* What the settings page asks for, loaded by its first message. */
export { exportSettings } from './export-settings.ts';
export { importSettings } from './import-settings.ts';
export { resetSettings, saveSettings } from './save-settings.ts';
