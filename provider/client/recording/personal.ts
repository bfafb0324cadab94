/** What may not be told of a field, by its name. */
export type Sensitivity = "secret" | "name" | "contact";

const secret = /pass(word|wd|phrase)|token|secret|credential|authorization|signature|cookie|session/i;
/** Links in mails carry one, and so do services: `key`, `apiKey`, `api_key`. */
const key = /^key$|_key$|[a-z]Key$|^apikey$/;
const person =
  /^(full|first|last|given|family|middle|screen|user|login|nick|display)_?name$|^(user|login|surname|forename|author|person|alias|created_?by|modified_?by)$/i;
/** Of people alone; an organisation has a creator, too. */
const onlyOfPeople = /^(full|first|last|given|family|screen|user)_?name$/i;
const contact = /^(phone|telephone|mobile|fax|street|address_?line)/i;
const personalPlace = /user|member|person|author|invit|account|creator|profile/i;

/**
 * The sensitivity of a field. A field `name` is a person's, if it lies in something personal or beside a field that only
 * people have.
 */
export function sensitivityOf(
  field: string,
  place: readonly string[],
  siblings: readonly string[],
): Sensitivity | undefined {
  if (secret.test(field) || key.test(field)) {
    return "secret";
  }
  if (person.test(field)) {
    return "name";
  }
  if (contact.test(field)) {
    return "contact";
  }
  const isOfAPerson = place.some((it) => personalPlace.test(it)) || siblings.some((it) => onlyOfPeople.test(it));
  return /^(name|label|title|description)$/i.test(field) && isOfAPerson ? "name" : undefined;
}
