import { Bucket, BucketFile } from "pulumi-haleconnect";
import { town } from "./organisations";
import { theme } from "./themes";

/** The town's data: every file of the folder. A file that leaves the folder is deleted, one that others add is not. */
export const places = new Bucket("playgrounds of Aue", {
  organisation: town,
  name: "Playgrounds of Aue",
  description: "Surveyed every spring",
  theme,
  files: ["data/*"],
});

/** A file of its own, beside those that the bucket declares. */
export const readme = new BucketFile("readme", {
  bucket: places,
  name: "about/readme.txt",
  source: { content: "Coordinates are in EPSG:4326.\n" },
});

/** What the town's catalogue has of the data. Their services name it. */
export const metadata = new Bucket("metadata of Aue", {
  store: "metadata",
  organisation: town,
  dataset: places,
  name: "Metadata of the playgrounds",
  files: ["metadata/*.xml"],
});

/** What belongs to the data and is none. */
export const attachments = new Bucket("plans of Aue", {
  store: "attachments",
  organisation: town,
  dataset: places,
  name: "Plans of the playgrounds",
  files: ["attachments/*.txt"],
});
