import { isStrong } from "../../access/passwords";
import type { InvalidField } from "../../refusal";

export function passwordProblems(password: string | undefined): InvalidField[] {
  return password === undefined || isStrong(password)
    ? []
    : [
        {
          field: "password",
          message: "at least 8 characters, from 3 of: lower case, upper case, digits, others (facts 3.2)",
        },
      ];
}

/**
 * The name that is shown, and by which a profile can be had: the full name, numbered when somebody has it already.
 * It differs from the user name (facts 1.6) and is never a plain number, which would look like an id.
 */
export function freeScreenName(fullName: string, isTaken: (name: string) => boolean): string {
  const name = /^\d+$/.test(fullName) ? `user ${fullName}` : fullName;
  let candidate = name;
  for (let number = 2; isTaken(candidate); number++) {
    candidate = `${name} ${String(number)}`;
  }
  return candidate;
}
