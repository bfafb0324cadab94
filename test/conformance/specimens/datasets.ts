import { Readable } from "node:stream";
import { resources, store } from "../../../provider/contract";
import type { Stage } from "../../support/stage";
import { aBucket } from "./contents";

/** Makes a theme that has all services, and gives its id. */
export async function aTheme(stage: Stage, ownerId: string, name: string): Promise<string> {
  const path = { ownerType: "org", ownerId } as const;
  return (await stage.outOfBand.call(resources.createTheme, { path, body: { name } })).id;
}

/** Makes a dataset that can be published: with a theme and a file. Gives its id as the provider has it. */
export async function aDataset(stage: Stage, organisation: string, name: string): Promise<string> {
  const id = await aBucket(stage, organisation, name);
  const bucket = store.readCombinedId(id.slice("data/".length));
  if (bucket === undefined) {
    throw new Error(`${id} is no id of a dataset`);
  }
  const { setBucketProperty, replaceFile } = store.data;
  const theme = await aTheme(stage, organisation, `theme of ${name}`);
  await stage.outOfBand.call(setBucketProperty, { path: { ...bucket, property: "theme" }, body: theme });
  const bytes = Buffer.from("<roads/>");
  const body = { name: "roads.xml", bytes: bytes.length, type: "application/xml", open: () => Readable.from([bytes]) };
  await stage.outOfBand.call(replaceFile, { path: { ...bucket, file: "roads.xml" }, body });
  return id;
}
