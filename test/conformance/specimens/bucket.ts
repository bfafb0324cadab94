import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { ownerOnly, switched } from "./contents";
import { organisations } from "./organisations";

export const bucketSpecimen: Specimen = {
  kind: kindNamed("Bucket"),
  // test/unit/lifecycle/themes.integration.test.ts gives datasets their themes, and linked-files.integration.test.ts
  // gives them metadata and attachments.
  instead: {
    ...ownerOnly,
    theme: "only a bucket in the store `data` has one, and the rows move the bucket to another store",
    dataset: "only metadata and attachments belong to one, and the rows move the bucket from another store",
  },
  prepare: async (stage, tag) => {
    const [organisation, another] = await organisations(stage, tag, ["owner", "other"]);
    const least = { organisation, name: `${tag} roads` };
    return {
      least,
      full: {
        ...least,
        store: "data",
        driver: "s3",
        author: "Erika",
        description: "about",
        themeRevision: "1",
        public: true,
        files: [
          { name: "readme.txt", content: "one" },
          { name: "deep/roads.csv", content: "id;name" },
        ],
      },
      other: {
        organisation: another,
        name: `${tag} streets`,
        store: "metadata",
        driver: "git",
        author: "Max",
        description: "other",
        themeRevision: "2",
        public: false,
        files: [
          { name: "readme.txt", content: "two" },
          { name: "more.txt", content: "three" },
        ],
      },
      empty: {
        store: { none: "it is always in one of the five" },
        organisation: { none: "it always has an owner" },
        driver: { none: "there is always one" },
        author: { value: "" },
        description: { value: "" },
        themeRevision: { none: "it stays in the state" },
        public: switched,
        files: { none: "an empty list takes away what was declared before, which another test sees" },
      },
    };
  },
};
