// Downloads one file of a bucket with the provider's client: node download.mjs <owner type> <owner> <bucket> <file>.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { peakOf } from "./memory.mjs";

const require = createRequire(import.meta.url);
const { createClient, readSettings } = require("../dist/provider/client");
const { store } = require("../dist/provider/contract");

const [ownerType, ownerId, bucketId, file] = process.argv.slice(2);
const client = createClient(readSettings(process.env));
const from = performance.now();
const { stream } = await client.call(store.data.getFile, { path: { ownerType, ownerId, bucketId, file } });
const digest = createHash("sha256");
let bytes = 0;
for await (const chunk of stream) {
  digest.update(chunk);
  bytes += chunk.length;
}
client.close();
const seconds = (performance.now() - from) / 1000;
console.log(JSON.stringify({ bytes, sha256: digest.digest("hex"), seconds, peak: peakOf(process.pid) }));
