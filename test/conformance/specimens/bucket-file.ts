import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { aBucket } from "./contents";
import { organisations } from "./organisations";

export const bucketFileSpecimen: Specimen = {
  kind: kindNamed("BucketFile"),
  // test/unit/lifecycle/linked-files.integration.test.ts takes files from an address through their life.
  instead: { url: "a file is uploaded, or had from an address" },
  prepare: async (stage, tag) => {
    const [organisation] = await organisations(stage, tag, ["owner"]);
    const [bucket, another] = [
      await aBucket(stage, organisation, `${tag} one`),
      await aBucket(stage, organisation, `${tag} two`),
    ];
    const full = { bucket, name: "deep/readme.txt", source: { content: "one" } };
    return {
      full,
      least: full,
      other: { bucket: another, name: "other.txt", source: { content: "two" } },
      empty: { source: { none: "without it the file comes from an address" } },
    };
  },
};
