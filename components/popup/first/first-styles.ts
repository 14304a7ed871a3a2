import renewSection from '../../renew/RenewSection.css?inline';
import button from '../../ui/button.css?inline';
import icon from '../../ui/Icon.css?inline';
import tokens from '../../ui/tokens.css?inline';
import balanceSummary from '../balance/BalanceSummary.css?inline';
import quotaBar from '../balance/QuotaBar.css?inline';
import remainingData from '../balance/RemainingData.css?inline';
import cardSwitcher from '../header/CardSwitcher.css?inline';
import popupHeader from '../header/PopupHeader.css?inline';
import statusDot from '../header/status-dot.css?inline';
import popup from '../Popup.css?inline';

const ofBalance = [renewSection, quotaBar, remainingData, balanceSummary];
const ofHeader = [icon, statusDot, cardSwitcher, popupHeader];

/** What the first screen looks like: a file of styles would be waited for before the script is run. */
export function firstStyles(): CSSStyleSheet {
  const styles = new CSSStyleSheet();
  styles.replaceSync([button, tokens, ...ofBalance, ...ofHeader, popup].join('\n'));
  return styles;
}
