import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { organisations } from "./organisations";

export const organisationSharingSpecimen: Specimen = {
  kind: kindNamed("OrganisationSharing"),
  prepare: async (stage, tag) => {
    const names = ["sharer", "partner", "other sharer", "other partner"];
    const [organisation, sharedWith, otherSharer, otherPartner] = await organisations(stage, tag, names);
    const full = { organisation, sharedWith };
    return { full, least: full, other: { organisation: otherSharer, sharedWith: otherPartner }, empty: {} };
  },
};
