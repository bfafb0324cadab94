import type { Verb } from "../verb";
import { verify } from "./verify";

/** What concerns the platform's API, and how it differs from the provider's contract. */
export const contract: Verb = (program, context) => {
  const group = program.command("contract").description("compare a platform's API with the provider's contract");
  verify(group, context);
};
