/** In place of an amount or a name while others see the screen: it tells neither its length nor its size. */
export const hiddenText = '•••';
