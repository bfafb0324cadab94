import type { Request, Response } from "express";
import type { Platform } from "../../services/implement";
import { answerOws, type OwsCall } from "../../services/workflows/ows/answer";
import type { BlobsInHand } from "../../storage/blobs";
import { send, type OutgoingAnswer } from "../answer";

interface OwsOptions {
  readonly platform: Platform;
  readonly blobs: () => BlobsInHand;
}

/** Where published services are (docs/platform.md#published-services). They are no operations of the API. */
export function owsRoutes(options: OwsOptions, tracked: (served: Promise<void>) => Promise<void>) {
  return [
    at("/ows/services/:service", "services", ""),
    at("/ows/datasets/:service", "datasets", ""),
    at("/ows/datasets/:service/collections", "datasets", "collections"),
  ];

  function at(path: string, below: OwsCall["below"], behind: string) {
    const get = (request: Request, response: Response): Promise<void> =>
      tracked(serve(options, below, behind, request, response));
    return { path, methods: { get } };
  }
}

async function serve(
  { platform, blobs }: OwsOptions,
  below: OwsCall["below"],
  path: string,
  { params, query, headers }: Request,
  response: Response,
): Promise<void> {
  const inHand = blobs();
  try {
    const given = Object.entries(query).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    );
    const { status, type, content } = await answerOws(
      { ...platform, blobs: inHand },
      {
        service: String(params["service"]),
        below,
        path,
        query: Object.fromEntries(given.map(([name, value]) => [name.toUpperCase(), value])),
        token: given.find(([name]) => name === "kelvin_token")?.[1],
        login: loginIn(headers.authorization),
      },
    );
    const body = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    const asks = status === 401 ? { "www-authenticate": 'Basic realm="hale-connect"' } : {};
    const answer: OutgoingAnswer = { status, headers: { "content-type": type, ...asks }, body };
    send(response, answer);
  } finally {
    inHand.done();
  }
}

/** The user and password of Basic authentication. */
function loginIn(authorization = ""): OwsCall["login"] {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization) ?? [];
  const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? "", "base64").toString("utf8")) ?? [];
  return encoded === undefined || user === undefined || password === undefined ? undefined : { user, password };
}
