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
