import type { Request, Response } from "express";
import type { Platform } from "../services/implement";
import { publicMetadataOf } from "../services/resources/public-metadata";
import type { BlobsInHand } from "../storage/blobs";
import { errorAnswer, file, send } from "./answer";

interface Options {
  readonly platform: Platform;
  readonly blobs: () => BlobsInHand;
}

/** Where an organisation's metadata can be had without a login (docs/platform.md#public-metadata). It is no operation of the API. */
export function publicMetadataRoutes({ platform, blobs }: Options, tracked: (served: Promise<void>) => Promise<void>) {
  const get = ({ params, query }: Request, response: Response): Promise<void> => {
    const organisation = String(params["orgId"]);
    const inHand = blobs();
    // The files have to stay until the archive has left.
    const closed = new Promise<void>((resolve) => response.once("close", resolve)).finally(() => {
      inHand.done();
    });
    const open = publicMetadataOf({ ...platform, blobs: inHand }, organisation, isOn(query["includeremote"]));
    send(
      response,
      open === undefined
        ? errorAnswer(404, `Organisation ${organisation} offers no metadata to download.`)
        : file(200, { type: "application/zip", open }),
    );
    return tracked(closed);
  };
  return [{ path: "/services/bsp/metadata/org/:orgId", methods: { get } }];
}

/** A switch in a query: there without a value, or with any but `false`. */
function isOn(value: unknown): boolean {
  return value !== undefined && value !== "false";
}
