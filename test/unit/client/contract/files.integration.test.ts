import { Readable } from "node:stream";
import { store, type Upload } from "../../../../provider/contract";
import { closeAll, json, platform, serve } from "../scripted-server";
import { bound } from "./contract-file";

afterEach(closeAll);

const { addFiles, listBuckets } = store.data;
const path = { ownerType: "org", ownerId: "1", bucketId: "b" } as const;
const fileOf = (content: string): Upload => ({
  name: "Grünfläche.gml",
  bytes: Buffer.byteLength(content),
  type: "application/gml+xml",
  open: () => Readable.from([Buffer.from(content)]),
});

async function upload(content: string, more: object) {
  const server = await serve(platform((_, response) => response.writeHead(201).end()));
  const binding = { confirmed: true, method: "POST", path: "/buckets/{bucketId}/files", ...more } as const;
  const parameters = { ownerType: null, ownerId: null };
  const client = bound(server.url, { "store/data.addFiles": { ...binding, parameters } });
  await client.call(addFiles, { path, body: fileOf(content) });
  return server.seen.at(-1);
}

describe("a file for a server with a contract file", () => {
  it("is the part of the form that the file says", async () => {
    const sent = await upload("<gml/>", { part: "payload" });
    expect(sent?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent?.body).toContain('Content-Disposition: form-data; name="payload"; filename="Grünfläche.gml"');
    expect(sent?.body).toContain("Content-Type: application/gml+xml");
    expect(sent?.body).toContain("\r\n\r\n<gml/>\r\n");
    expect(sent?.headers["content-length"]).toBe(String(Buffer.byteLength(sent?.body ?? "")));
  });

  it("is the part `file` where the file says nothing", async () => {
    expect((await upload("<gml/>", {}))?.body).toContain('name="file"; filename="Grünfläche.gml"');
  });

  it.each(["<gml/>", ""])("is the whole body where the file says null: %j", async (content) => {
    const sent = await upload(content, { part: null });
    expect(sent?.body).toBe(content);
    expect(sent?.headers).toMatchObject({
      "content-type": "application/gml+xml",
      "content-length": String(content.length),
    });
  });

  it("goes with the parameters that are fixed", async () => {
    expect((await upload("x", { fixed: { "query:overwrite": true } }))?.path).toBe("/buckets/b/files?overwrite=true");
  });
});

describe("a bucket of which the server gives the files apart", () => {
  it("has them from their own list, each bucket for itself", async () => {
    const server = await serve(
      platform(({ path: asked }, response) => {
        const [, bucket] = /^\/buckets\/(\w+)\/files/.exec(asked) ?? [];
        const files = [{ name: `${bucket ?? ""}.gml`, bytes: 1, sha256: "a".repeat(64), stored: 0 }];
        json(response, 200, bucket === undefined ? [{ uuid: "a" }, { uuid: "b" }] : files);
      }),
    );
    const client = bound(server.url, {
      "store/data.listBuckets": {
        confirmed: true,
        method: "GET",
        path: "/buckets",
        parameters: { includeFiles: null },
        paging: { by: "none" },
        answer: { combinedId: { expression: '"org.1." & uuid' } },
        with: { files: { list: "store/data.listFiles", path: { bucketId: "uuid" } } },
      },
      "store/data.listFiles": {
        confirmed: true,
        method: "GET",
        path: "/buckets/{bucketId}/files",
        parameters: { ownerType: null, ownerId: null },
        paging: { by: "none" },
        answer: { type: null },
      },
    });
    const { items, complete } = await client.list(listBuckets, { query: { includeFiles: true } });
    expect(complete).toBe(true);
    expect(items.map(({ combinedId, files }) => [combinedId, files?.map(({ name }) => name)])).toEqual([
      ["org.1.a", ["a.gml"]],
      ["org.1.b", ["b.gml"]],
    ]);
  });
});
