import { Busboy } from "@fastify/busboy";
import type { Request } from "express";
import { Fault, invalid } from "./fault";

export interface Payload {
  file_name: string;
  content: Buffer;
}

const largest = 32 * 1024 * 1024;

/** Reads the part `payload` of a multipart body. */
export async function payloadOf(request: Request): Promise<Payload> {
  const type = request.get("content-type") ?? "";
  if (!/^multipart\/form-data\b.*boundary=/i.test(type)) {
    throw new Fault(400, "The body has to be multipart/form-data.");
  }
  const payload = await received(request, type);
  if (payload === undefined) {
    throw invalid("payload", "is missing");
  }
  if (payload.file_name === "" || payload.file_name.length > 255 || /[/\\\u0000-\u001f]/.test(payload.file_name)) {
    throw invalid("payload", "has a file name that cannot be stored");
  }
  return payload;
}

function received(request: Request, type: string): Promise<Payload | undefined> {
  return new Promise((resolve, reject) => {
    let payload: Payload | undefined;
    let isTooLarge = false;
    const busboy = new Busboy({
      headers: { ...request.headers, "content-type": type },
      limits: { fileSize: largest },
      preservePath: true,
    });
    busboy.on("file", (part, stream, fileName) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => (isTooLarge = true));
      stream.on("end", () => {
        if (part === "payload") {
          payload = { file_name: fileName, content: Buffer.concat(chunks) };
        }
      });
    });
    busboy.on("finish", () => {
      if (isTooLarge) {
        reject(new Fault(413, `A file has at most ${largest} bytes.`));
      }
      resolve(payload);
    });
    busboy.on("error", () => reject(new Fault(400, "The multipart body cannot be read.")));
    request.on("aborted", () => reject(new Fault(400, "The body ended early.")));
    request.pipe(busboy);
  });
}
