import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { aBucket } from "./contents";
import { organisations } from "./organisations";

const instead = "one of these ways is declared";

export const contentSharingSpecimen: Specimen = {
  kind: kindNamed("ContentSharing"),
  instead: { collaborator: instead, public: instead },
  prepare: async (stage, tag) => {
    const [organisation, one, two] = await organisations(stage, tag, ["owner", "one", "two"]);
    const [content, another] = [
      await aBucket(stage, organisation, `${tag} one`),
      await aBucket(stage, organisation, `${tag} two`),
    ];
    const full = { content, sharedWith: one };
    return {
      full,
      least: full,
      other: { content: another, sharedWith: two },
      empty: { sharedWith: { none: "there is always somebody" } },
    };
  },
};
