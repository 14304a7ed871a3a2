import { startPopup } from '../../components/popup/first/start-popup.ts';

void startPopup();
