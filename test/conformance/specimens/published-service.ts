import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { aDataset } from "./datasets";
import { organisations } from "./organisations";

const together = { none: "it belongs to the access, which says what it is" };
const inState = { none: "it stays in the state" };

export const publishedServiceSpecimen: Specimen = {
  kind: kindNamed("PublishedService"),
  prepare: async (stage, tag) => {
    const [organisation] = await organisations(stage, tag, ["owner"]);
    const dataset = await aDataset(stage, organisation, `${tag} roads`);
    const another = await aDataset(stage, organisation, `${tag} streets`);
    const least = { dataset, type: "wms" };
    return {
      least,
      full: {
        ...least,
        access: "password",
        accessUser: "maps",
        accessPassword: "Sunshine-42",
        accessPasswordVersion: 1,
        triggers: ["one"],
        datasetRevision: "1",
        timeoutSeconds: 600,
      },
      other: {
        dataset: another,
        type: "wfs",
        access: "organisationToken",
        accessUser: "charts",
        accessPassword: "Moonshine-42",
        accessPasswordVersion: 2,
        triggers: ["two"],
        datasetRevision: "2",
        timeoutSeconds: 700,
      },
      empty: {
        access: { none: "there is always one; `open` is one" },
        accessUser: together,
        accessPassword: together,
        accessPasswordVersion: inState,
        triggers: inState,
        datasetRevision: inState,
        timeoutSeconds: inState,
      },
    };
  },
};
