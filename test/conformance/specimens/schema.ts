import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { ownerOnly, switched, xsd } from "./contents";
import { organisations } from "./organisations";

const instead = "a schema comes from one place: files, an address, a preset or another schema";

export const schemaSpecimen: Specimen = {
  kind: kindNamed("Schema"),
  instead: { ...ownerOnly, url: instead, preset: instead, basedOn: instead },
  prepare: async (stage, tag) => {
    const [organisation, another] = await organisations(stage, tag, ["owner", "other"]);
    const least = {
      organisation,
      name: `${tag} roads`,
      files: [{ name: "roads.xsd", content: xsd("Road") }],
    };
    return {
      least,
      full: { ...least, author: "Erika", version: "1", type: "INSPIRE", description: "about", public: true },
      other: {
        organisation: another,
        name: `${tag} streets`,
        files: [{ name: "roads.xsd", content: xsd("Street") }],
        author: "Max",
        version: "2",
        type: "other",
        description: "other",
        public: false,
      },
      empty: {
        organisation: { none: "it always has an owner" },
        author: { value: "" },
        version: { value: "" },
        type: { value: "" },
        description: { value: "" },
        public: switched,
        files: { value: [] },
      },
    };
  },
};
