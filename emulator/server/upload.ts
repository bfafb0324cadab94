import { Transform } from "node:stream";
import type { Request } from "express";
import type { BusboyFileStream, BusboyInstance } from "@fastify/busboy";
import { refuse, type InvalidField } from "../refusal";
import type { Blob, BlobsInHand } from "../storage/blobs";
import type { KeptFile } from "../services/implement";

/** What no file may exceed: 2 GB (docs/platform.md#limits). */
const most = 2 * 1024 ** 3;

/**
 * The one file of a form: a part of multipart/form-data, called `file` unless told otherwise. It goes to disk as it comes. When anything goes wrong,
 * what was written is gone before the call is refused; what the client still sends is read and thrown away, so that it
 * gets to see the refusal.
 */
export async function readFile(request: Request, blobs: BlobsInHand, largest = most, part = "file"): Promise<KeptFile> {
  const form = openForm(request, largest, part);
  const parts: BusboyFileStream[] = [];
  const kept: Promise<KeptFile>[] = [];
  const undeclared: InvalidField[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      form.on("file", (field, stream, name: string | undefined, _encoding, type) => {
        stream.on("error", () => reject(unreadable()));
        if (field !== part || parts.length > 0) {
          undeclared.push({ field, message: field === part ? "is there more than once" : "there is no such field" });
          stream.resume();
          return;
        }
        stream.once("limit", () => reject(refuse.tooLarge(`The file is larger than ${String(largest)} bytes.`)));
        parts.push(stream);
        const file = blobs.keep(stream).then((blob) => fileOf(blob, name ?? "", type, blobs));
        file.catch(reject);
        kept.push(file);
      });
      form.on("field", (field) => undeclared.push({ field, message: "there is no such field" }));
      form.on("finish", resolve).on("error", () => reject(unreadable()));
      whenGone(request, () => reject(refuse.malformed("The body ends too early.")));
      request.pipe(form);
    });
  } catch (error) {
    request.unpipe(form);
    request.resume();
    parts.forEach((part) => part.destroy(error as Error));
    const [outcome] = await Promise.allSettled(kept);
    throw outcome?.status === "rejected" && isOfDisk(outcome.reason) ? outcome.reason : error;
  }
  const [file] = kept;
  if (file === undefined) {
    throw refuse.invalid([{ field: part, message: "is missing" }]);
  }
  if (undeclared.length > 0) {
    // Whole on disk first: what is still on its way would stay there when the call is over.
    await file;
    throw refuse.invalid(undeclared);
  }
  return file;
}

/** A file that is the whole body. Nothing tells its name. */
export async function readBareFile(request: Request, blobs: BlobsInHand, largest = most): Promise<KeptFile> {
  let seen = 0;
  const limit = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      seen += chunk.length;
      done(seen > largest ? refuse.tooLarge(`The file is larger than ${String(largest)} bytes.`) : null, chunk);
    },
  });
  whenGone(request, () => limit.destroy(refuse.malformed("The body ends too early.")));
  const type = request.headers["content-type"] ?? "application/octet-stream";
  try {
    return fileOf(await blobs.keep(request.pipe(limit)), "", type, blobs);
  } catch (error) {
    request.unpipe(limit);
    // The client gets to see the refusal only once all that it sends is read.
    request.resume();
    throw error;
  }
}

function openForm({ headers }: Request, largest: number, part: string): BusboyInstance {
  const type = headers["content-type"] ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw refuse.malformed(`The body is expected as multipart/form-data with one part named \`${part}\`.`);
  }
  // Loaded with the first file.
  const { Busboy } = require("@fastify/busboy") as typeof import("@fastify/busboy");
  try {
    return new Busboy({
      headers: { ...headers, "content-type": type },
      preservePath: true,
      // One more than is taken: a second one is refused by its name.
      limits: { files: 2, fields: 1, fileSize: largest },
    });
  } catch {
    // The header names no boundary.
    throw unreadable();
  }
}

function unreadable(): Error {
  return refuse.malformed("The body cannot be read as multipart/form-data.");
}

/** The connection broke before the whole body was there. */
function whenGone(request: Request, tell: () => void): void {
  const tellIfIncomplete = () => {
    if (!request.complete) {
      tell();
    }
  };
  request.once("close", tellIfIncomplete);
  if (request.destroyed) {
    tellIfIncomplete();
  }
}

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function fileOf({ sha256, bytes }: Blob, name: string, type: string, blobs: BlobsInHand): KeptFile {
  return { name, type, bytes, sha256, open: blobs.lend(sha256) };
}
