import { PublishedService, WorkflowRun } from "pulumi-haleconnect";
import { places, readme } from "./data";

/** The town's data are tested whenever they, or their theme, change. An error stops the run before anything is published. */
const check = new WorkflowRun("check of the playgrounds", {
  dataset: places,
  type: "validation",
  failOn: "error",
  triggers: [readme],
});

/** Maps for everybody, of data that passed the test. */
export const maps = new PublishedService(
  "maps of the playgrounds",
  { dataset: places, type: "wms", access: "open", triggers: [readme] },
  { dependsOn: check },
);

/** The data themselves, for those who have a token of the town. */
export const download = new PublishedService(
  "download of the playgrounds",
  { dataset: places, type: "wfs", access: "organisationToken", triggers: [readme] },
  { dependsOn: check },
);
