import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { aBucket, switched } from "./contents";
import { organisations, users } from "./organisations";

export const contentSharingListSpecimen: Specimen = {
  kind: kindNamed("ContentSharingList"),
  prepare: async (stage, tag) => {
    const [organisation, one, two] = await organisations(stage, tag, ["owner", "one", "two"]);
    const [erika = "", max = ""] = await users(stage, tag, organisation, ["erika", "max"]);
    const [content, another] = [
      await aBucket(stage, organisation, `${tag} one`),
      await aBucket(stage, organisation, `${tag} two`),
    ];
    return {
      least: { content },
      full: { content, sharedWith: [one, two], collaborators: [erika, max], public: true },
      other: { content: another, sharedWith: [two], collaborators: [max], public: false },
      empty: { sharedWith: { value: [] }, collaborators: { value: [] }, public: switched },
    };
  },
};
