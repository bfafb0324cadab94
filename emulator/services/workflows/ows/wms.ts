import type { Described } from "./described";
import { element, textElement, xmlDocument } from "./xml";

/** WMS 1.3.0, or 1.1.1 for those who ask for it. */
export function wmsCapabilities({ title, abstract, address, layers, metadata }: Described, version?: string): string {
  const isOld = version?.startsWith("1.1") === true;
  const resourceAt = (href: string): string =>
    element("OnlineResource", {
      "xmlns:xlink": "http://www.w3.org/1999/xlink",
      "xlink:type": "simple",
      "xlink:href": href,
    });
  const online = resourceAt(`${address}?`);
  const get = element("DCPType", {}, element("HTTP", {}, element("Get", {}, online)));
  const operation = (name: string, format: string): string => element(name, {}, textElement("Format", format), get);
  const reference = (code: string): string => textElement(isOld ? "SRS" : "CRS", code);
  const described = metadata.map((href) =>
    element(
      "MetadataURL",
      { type: isOld ? "TC211" : "ISO19115:2003" },
      textElement("Format", "application/xml"),
      resourceAt(href),
    ),
  );
  const shown = layers.map((layer) =>
    element("Layer", { queryable: "0" }, textElement("Name", layer.name), textElement("Title", layer.title)),
  );
  const service = element(
    "Service",
    {},
    textElement("Name", isOld ? "OGC:WMS" : "WMS"),
    textElement("Title", title),
    textElement("Abstract", abstract),
    online,
  );
  const capability = element(
    "Capability",
    {},
    element("Request", {}, operation("GetCapabilities", "text/xml"), operation("GetMap", "image/png")),
    element("Exception", {}, textElement("Format", isOld ? "application/vnd.ogc.se_xml" : "XML")),
    element(
      "Layer",
      {},
      textElement("Title", title),
      reference("EPSG:4326"),
      reference("EPSG:25832"),
      ...described,
      ...shown,
    ),
  );
  return xmlDocument(
    isOld
      ? element("WMT_MS_Capabilities", { version: "1.1.1" }, service, capability)
      : element("WMS_Capabilities", { xmlns: "http://www.opengis.net/wms", version: "1.3.0" }, service, capability),
  );
}

/** A picture of one transparent pixel: nothing here draws maps. */
export const emptyMap = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
