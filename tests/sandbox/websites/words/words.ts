/** The words of one design of the account page. */
type DesignWords = {
  title: (name: string) => string;
  heading: string;
  /** Null: its block is headed by the plan's name. */
  data: string | null;
  roaming: string;
  calls: string;
  left: string;
  minutesLeft: string;
  offers: string;
};

export type Words = {
  /** BCP 47: of `<html lang>` and `Intl`. */
  tag: string;
  home: string;
  account: string;
  topUp: string;
  help: string;
  welcome: string;
  helpText: string;
  signIn: string;
  signOut: string;
  userName: string;
  password: string;
  wrongPassword: string;
  signedInAs: (who: string) => string;
  usual: DesignWords;
  redesigned: DesignWords;
  packageSize: string;
  endsOn: string;
  ofTotal: (total: string) => string;
  minutes: (count: string) => string;
  unlimited: string;
  validUntil: (date: string) => string;
  forDays: (data: string, days: number) => string;
  choose: string;
  confirm: string;
  pay: (price: string) => string;
  paid: string;
  paidText: string;
  notFound: string;
  unavailable: string;
  proveHuman: string;
  proveHumanText: string;
  iAmHuman: string;
};
