import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { organisations } from "./organisations";

export const apiTokenSpecimen: Specimen = {
  kind: kindNamed("ApiToken"),
  prepare: async (stage, tag) => {
    const [organisation, another] = await organisations(stage, tag, ["protected", "other"]);
    const least = { organisation, name: `${tag} viewer` };
    return {
      least,
      full: { ...least, validFrom: "2026-01-01T00:00:00Z", validDays: 3000, reminderDays: 3, renewDays: 2 },
      other: { organisation: another, name: `${tag} other`, validDays: 2000, reminderDays: 4 },
      empty: {
        validFrom: { none: "it stays in the state" },
        validDays: { none: "a token always has an end" },
        reminderDays: { none: "a number has no empty value; a token that is made anew without it has no reminder" },
        renewDays: { none: "it stays in the state" },
      },
    };
  },
};
