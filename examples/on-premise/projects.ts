import { TransformationProject } from "pulumi-haleconnect";
import { spatialData } from "./organisations";
import { playgrounds, survey } from "./schemas";

/** Made with hale studio; the alignment beside the project file comes along by itself. */
export const mapping = new TransformationProject("survey to playgrounds", {
  organisation: spatialData,
  name: "Survey to playgrounds",
  author: "Tim Aue",
  versionControl: true,
  files: ["projects/playgrounds.halex"],
  sourceSchemas: [survey],
  targetSchemas: [playgrounds],
});
