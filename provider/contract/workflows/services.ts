import { z } from "zod";
import { designed } from "../evidence";
import { operation } from "../operation";
import { dataset, organisation, service } from "./service";
import { NewServiceAccess, PublishedServiceInfo, serviceStates } from "./service-models";

const ofService = {
  tag: "Services",
  pathParameters: {
    serviceId: z
      .string()
      .min(1)
      .max(350)
      .describe("Name of the service: <combined id of the dataset>_<wms, wfs, ogcapi or download>."),
  },
  refusals: [404],
} as const;

export const getPublishedServices = operation(service, {
  id: "getPublishedServices",
  tag: "Services",
  method: "GET",
  path: "/services",
  summary: "The services of the datasets that the caller can see, ordered by name",
  query: { organisation, dataset, state: z.enum(serviceStates).describe("State of the service.") },
  answer: z.array(PublishedServiceInfo),
  paged: true,
  evidence: designed("platform#published-services", "the sections «View services» and «Download services»"),
});

export const getPublishedService = operation(service, {
  ...ofService,
  id: "getPublishedService",
  method: "GET",
  path: "/services/{serviceId}",
  summary: "A service, published or not",
  answer: PublishedServiceInfo,
  evidence: designed("platform#published-services", "the sections «View services» and «Download services»"),
});

export const setServiceAccess = operation(service, {
  ...ofService,
  id: "setServiceAccess",
  method: "PUT",
  path: "/services/{serviceId}/access",
  summary: "Set who may use a service from its next publication on",
  description: "Also of a service that is not published yet. A job of the type `publication` publishes it.",
  body: NewServiceAccess,
  answer: PublishedServiceInfo,
  refusals: [404, 422],
  evidence: designed("platform#access-to-services", "the section «Access controls»"),
});
