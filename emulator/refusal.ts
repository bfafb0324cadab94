export interface InvalidField {
  readonly field: string;
  readonly message: string;
}

/** A call is refused: becomes an answer with the status and an `ErrorInfo`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fields?: readonly InvalidField[],
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** The refusals of the contract ("Rules"). */
export const refuse = {
  malformed: (message: string) => new Refusal(400, message),
  unauthorised: (message: string) => new Refusal(401, message),
  forbidden: (message: string) => new Refusal(403, message),
  absent: (what: string) => new Refusal(404, `There is no ${what}, or you are not allowed to see it.`),
  taken: (message: string) => new Refusal(409, message),
  tooLarge: (message: string) => new Refusal(413, message),
  invalid: (fields: readonly InvalidField[]) =>
    new Refusal(422, `Invalid: ${fields.map(({ field, message }) => `${field} (${message})`).join("; ")}`, fields),
};
