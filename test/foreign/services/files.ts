import { createHash } from "node:crypto";
import { z } from "zod";
import { readQuery } from "../core/checking";
import { notFound, taken } from "../core/fault";
import type { FileEntry } from "../core/model";
import { cursorPage } from "../core/paging";
import { payloadOf } from "../core/payload";
import type { Answer, Call, Route } from "../core/routing";
import { now, type StoredFile } from "../core/state";
import { bucketIn } from "./buckets";

const storing = z.object({ overwrite: z.enum(["true", "false"]).default("false") });

function view({ sequence: _sequence, content: _content, ...entry }: StoredFile): FileEntry {
  return entry;
}

const filesOf = (call: Call): StoredFile[] => call.state.files.get(bucketIn(call).bucket_uuid) ?? [];

function fileIn(call: Call): StoredFile {
  const name = call.params["file_name"] ?? "";
  const file = filesOf(call).find(({ file_name }) => file_name === name);
  if (!file) {
    throw notFound(`file ${name}`);
  }
  return file;
}

function list(call: Call): Answer {
  const { items, next_cursor } = cursorPage(call.query, filesOf(call));
  return { status: 200, body: { items: items.map(view), next_cursor } };
}

async function store(call: Call): Promise<Answer> {
  bucketIn(call, "file:write");
  const { overwrite } = readQuery(storing, call.query);
  const { file_name, content } = await payloadOf(call.request);
  // The bucket may have gone while the body came in.
  const { bucket_uuid } = bucketIn(call, "file:write");
  const others = filesOf(call).filter((file) => file.file_name !== file_name);
  if (overwrite === "false" && others.length < filesOf(call).length) {
    throw taken("payload", `there is a file ${file_name} already`);
  }
  const file: StoredFile = {
    file_name,
    byte_count: content.length,
    checksum: { algorithm: "sha-256", value: createHash("sha256").update(content).digest("hex") },
    stored_on: now(),
    sequence: call.state.next("sequence"),
    content,
  };
  call.state.files.set(bucket_uuid, [...others, file]);
  return { status: 201, body: view(file) };
}

function download(call: Call): Answer {
  const { content, file_name, checksum } = fileIn(call);
  const headers = {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file_name)}`,
    ETag: `"${checksum.value}"`,
  };
  return { status: 200, body: content, headers };
}

function drop(call: Call): Answer {
  const { bucket_uuid } = bucketIn(call, "file:write");
  const file = fileIn(call);
  const rest = filesOf(call).filter((other) => other !== file);
  call.state.files.set(bucket_uuid, rest);
  return { status: 204 };
}

export const fileRoutes: Route[] = [
  { method: "get", path: "/buckets/{bucket_uuid}/files", answer: list },
  { method: "post", path: "/buckets/{bucket_uuid}/files", answer: store },
  { method: "get", path: "/buckets/{bucket_uuid}/files/{file_name}/content", answer: download },
  { method: "delete", path: "/buckets/{bucket_uuid}/files/{file_name}", answer: drop },
];
