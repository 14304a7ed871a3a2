const joint =
  /(?:^|\s)(?:[/／∕|]|(?:out )?of|vo[nm]|de|del|sur|di|su|van|af|av|z|ze|od|din|dari|daripada|trong|из|з|із|από|จาก|من|מתוך|का|में से|中|共|の|总|總)\s*$|^\s*[,，、]?\s*(?:共|总|總)|[/／∕]\s*$/iu;

/** Whether words between two amounts make the second the total of the first: "… used of …". */
export function endsInOf(words: string): boolean {
  return joint.test(words);
}
