import { Theme } from "pulumi-haleconnect";
import { spatialData } from "./organisations";
import { playgrounds } from "./schemas";

/** What datasets of playgrounds have in common: their feature types, and the services as which they are published. */
export const theme = new Theme("playgrounds", {
  organisation: spatialData,
  name: "Playgrounds",
  featureTypes: [{ schema: playgrounds, featureType: "Playground" }],
  viewServices: { wms: ["1.3.0"], srs: ["EPSG:4326", "EPSG:25832"] },
  downloadServices: [{ type: "wfs", srs: ["EPSG:25832"] }],
});
