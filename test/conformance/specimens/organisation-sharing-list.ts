import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { organisations } from "./organisations";

export const organisationSharingListSpecimen: Specimen = {
  kind: kindNamed("OrganisationSharingList"),
  prepare: async (stage, tag) => {
    const names = ["sharer", "partner", "other partner", "third partner"];
    const [organisation, one, two, three] = await organisations(stage, tag, names);
    return {
      full: { organisation, sharedWith: [one, two] },
      least: { organisation, sharedWith: [one, two] },
      other: { organisation: three, sharedWith: [three, one] },
      empty: { sharedWith: { value: [] } },
    };
  },
};
