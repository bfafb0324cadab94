import { accounts } from "../../../provider/contract";
import type { InvalidField } from "../../refusal";

export function passwordProblems(password: string | undefined): InvalidField[] {
  return password === undefined || accounts.isStrongPassword(password)
    ? []
    : [
        {
          field: "password",
          message: accounts.passwordRule,
        },
      ];
}
