import { judgeGeoJson } from "../../contract/geometry";
import type { Bytes } from "./content";

/** A profile picture is a JPEG or a PNG (docs/platform.md#organisations). */
export async function problemWithLogo(bytes: Bytes): Promise<string | undefined> {
  // Loaded only when there is a picture.
  const { imageSize } = require("image-size") as typeof import("image-size");
  try {
    const { type } = imageSize(await whole(bytes));
    return type === "jpg" || type === "png"
      ? undefined
      : `it is of the type ${type ?? "unknown"}, and JPEG or PNG is expected`;
  } catch {
    return "it is not an image, and JPEG or PNG is expected";
  }
}

export async function problemWithGeometry(bytes: Bytes): Promise<string | undefined> {
  const { problem, remarks } = judgeGeoJson(await whole(bytes));
  remarks.forEach((remark) => console.warn(`The geometry of an organisation is sent as it is, but ${remark}.`));
  return problem;
}

/** Only for small files: a rule limits their size. */
async function whole({ open }: Bytes): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of open() as AsyncIterable<Buffer>) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
