import type { Described } from "./described";
import { element, textElement, xmlDocument } from "./xml";

const namespaces = {
  "xmlns:wfs": "http://www.opengis.net/wfs/2.0",
  "xmlns:ows": "http://www.opengis.net/ows/1.1",
  "xmlns:gml": "http://www.opengis.net/gml/3.2",
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
};

/** WFS 2.0.0. */
export function wfsCapabilities({ title, abstract, address, layers, metadata }: Described): string {
  const get = element("ows:Get", { "xlink:href": `${address}?` });
  const operation = (name: string): string =>
    element("ows:Operation", { name }, element("ows:DCP", {}, element("ows:HTTP", {}, get)));
  const types = layers.map((layer) =>
    element(
      "wfs:FeatureType",
      {},
      textElement("wfs:Name", layer.name),
      textElement("wfs:Title", layer.title),
      textElement("wfs:DefaultCRS", "urn:ogc:def:crs:EPSG::25832"),
      ...metadata.map((href) => element("wfs:MetadataURL", { "xlink:href": href })),
    ),
  );
  return xmlDocument(
    element(
      "wfs:WFS_Capabilities",
      { ...namespaces, version: "2.0.0" },
      element(
        "ows:ServiceIdentification",
        {},
        textElement("ows:Title", title),
        textElement("ows:Abstract", abstract),
        textElement("ows:ServiceType", "WFS"),
        textElement("ows:ServiceTypeVersion", "2.0.0"),
      ),
      element("ows:OperationsMetadata", {}, operation("GetCapabilities"), operation("GetFeature")),
      element("wfs:FeatureTypeList", {}, ...types),
    ),
  );
}

/** Nothing here serves features. */
export const emptyCollection = xmlDocument(
  element("wfs:FeatureCollection", {
    ...namespaces,
    timeStamp: "2026-01-01T00:00:00Z",
    numberMatched: "0",
    numberReturned: "0",
  }),
);
