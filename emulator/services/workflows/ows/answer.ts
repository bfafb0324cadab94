import { store } from "../../../../provider/contract";
import type { Desk, Platform } from "../../implement";
import { settle } from "../settle";
import { namedService } from "../shown-service";
import { datasetOf } from "../visible-dataset";
import { whyRefused, type Credentials } from "./admission";
import { documentOf, type Asked } from "./documents";
import { element, textElement, xmlDocument } from "./xml";

/** A call of a published service, as it came. */
export interface OwsCall extends Credentials, Pick<Asked, "path" | "query"> {
  readonly service: string;
  /** The OGC API has addresses of its own, below `datasets`. */
  readonly below: "services" | "datasets";
}

export interface OwsAnswer {
  readonly status: 200 | 400 | 401 | 403 | 404;
  readonly type: string;
  readonly content: string | Buffer;
}

/** What a published service of a dataset answers. A call that it answers with status 200 is counted, and a refused one is not. */
export async function answerOws(call: Platform & Desk, asked: OwsCall): Promise<OwsAnswer> {
  await settle(call);
  const found = publishedService(call, asked);
  if (found === undefined) {
    return refusal(404, "NotFound", `There is no published service ${asked.service}.`);
  }
  const document = await documentOf(call, { ...asked, ...found });
  if (document === undefined) {
    return refusal(400, "OperationNotSupported", `The embedded hale»connect has no ${asked.query["REQUEST"] ?? ""}.`);
  }
  const { operation, type, content } = document;
  const refused = await whyRefused(call, found.service, operation, asked);
  if (refused !== undefined) {
    return refusal(refused.status, "NotAuthorized", refused.message);
  }
  const day = new Date(call.now()).toISOString().slice(0, 10);
  call.commit({ type: "serviceCalled", id: found.service.id, day, operation });
  return { status: 200, type, content };
}

function publishedService(call: Platform, { service: id, below }: OwsCall) {
  const service = namedService(call, id);
  const dataset = service === undefined ? undefined : datasetOf(call.world, store.combinedIdOf(service.dataset));
  const isThere = service?.publication !== undefined && (below === "datasets") === (service.type === "ogcapiFeatures");
  return service === undefined || dataset === undefined || !isThere ? undefined : { service, dataset };
}

function refusal(status: 400 | 401 | 403 | 404, exceptionCode: string, message: string): OwsAnswer {
  const exception = element("ows:Exception", { exceptionCode }, textElement("ows:ExceptionText", message));
  const attributes = { "xmlns:ows": "http://www.opengis.net/ows/1.1", version: "2.0.0" };
  return {
    status,
    type: "application/xml",
    content: xmlDocument(element("ows:ExceptionReport", attributes, exception)),
  };
}
