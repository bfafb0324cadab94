import type { workflows } from "../../../../provider/contract";
import type { Bucket } from "../../../world/bucket-model";
import type { Desk, Platform } from "../../implement";
import { addressesOf, type NamedService } from "../shown-service";
import { atomFeed } from "./atom";
import { belongingOf } from "./belonging";
import type { Described } from "./described";
import { layersOf } from "./layers";
import { collections, landingPage } from "./ogc-api";
import { emptyCollection, wfsCapabilities } from "./wfs";
import { emptyMap, wmsCapabilities } from "./wms";

/** What a published dataset is asked. */
export interface Asked {
  readonly service: NamedService;
  readonly dataset: Bucket;
  /** What comes behind the name of the service: "" or `collections`. */
  readonly path: string;
  /** Names in capitals, as the standards compare them. */
  readonly query: Readonly<Record<string, string>>;
}

export interface OwsDocument {
  /** As it is counted. */
  readonly operation: string;
  readonly type: string;
  readonly content: string | Buffer;
}

/** undefined: the service has no such operation. */
export async function documentOf(call: Platform & Desk, asked: Asked): Promise<OwsDocument | undefined> {
  const { service, dataset } = asked;
  const { description } = dataset.properties;
  return documents[service.type](
    {
      title: dataset.name ?? dataset.id,
      abstract: typeof description === "string" ? description : "",
      address: addressesOf(call.url(), service).address,
      layers: await layersOf(call, dataset),
      ...belongingOf(call, dataset),
    },
    asked,
  );
}

type Maker = (described: Described, asked: Asked) => OwsDocument | undefined;

const xml = "application/xml";
const json = "application/json";
const gml = "application/gml+xml; version=3.2";

const documents: Readonly<Record<workflows.ServiceType, Maker>> = {
  wms: (described, asked) =>
    byOperation(asked, {
      GetCapabilities: () => ({ type: xml, content: wmsCapabilities(described, asked.query["VERSION"]) }),
      GetMap: () => ({ type: "image/png", content: emptyMap }),
    }),
  wfs: (described, asked) =>
    byOperation(asked, {
      GetCapabilities: () => ({ type: xml, content: wfsCapabilities(described) }),
      GetFeature: () => ({ type: gml, content: emptyCollection }),
    }),
  ogcapiFeatures: (described, { path }) => {
    const content = path === "" ? landingPage(described) : collections(described);
    return { operation: "GetCapabilities", type: json, content: JSON.stringify(content) };
  },
  predefinedDataset: (described) => ({
    operation: "GetCapabilities",
    type: "application/atom+xml",
    content: atomFeed(described),
  }),
};

type Operations = Readonly<Record<string, () => Omit<OwsDocument, "operation">>>;

function byOperation({ query }: Asked, operations: Operations): OwsDocument | undefined {
  const wanted = (query["REQUEST"] ?? "GetCapabilities").toLowerCase();
  const operation = Object.keys(operations).find((name) => name.toLowerCase() === wanted);
  const made = operation === undefined ? undefined : operations[operation]?.();
  return operation === undefined || made === undefined ? undefined : { operation, ...made };
}
