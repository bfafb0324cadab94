import { describeKind, kindOfFile } from "../../../provider/formats";
import { sampleFile } from "./support/samples";
import { dbfBytes, shpBytes } from "./support/shapefile";
import { rawZip } from "./support/raw-zip";

describe("the kind of a file", () => {
  it.each([
    ["xsd", "a.xsd", sampleFile("roads/Roads.xsd")],
    ["hsd", "a.hsd", sampleFile("roads.hsd")],
    ["hsd", "a.txt", sampleFile("roads.json.hsd")],
    ["haleProject", "a.halex", sampleFile("project/roads.halex")],
    ["alignment", "a.xml", sampleFile("project/roads.halex.alignment.xml")],
    ["style", "a.sld", sampleFile("project/roads.halex.styles.sld")],
    ["shapefile", "a.shp", shpBytes(1)],
    ["table", "a.dbf", dbfBytes([["A", "C", 1, 0]])],
    ["haleArchive", "a.halez", rawZip([{ name: "a" }])],
    ["zip", "a.zip", rawZip([{ name: "a" }])],
    ["gml", "a.gml", Buffer.from('<g:FeatureCollection xmlns:g="http://www.opengis.net/gml/3.2"/>')],
    ["serviceError", "a.xsd", Buffer.from('<ExceptionReport xmlns="http://www.opengis.net/ows/1.1"/>')],
    ["geojson", "a.json", Buffer.from('{"type": "FeatureCollection", "features": []}')],
    ["json", "a.json", Buffer.from('{"a": 1}')],
    ["html", "a.xsd", Buffer.from("<!DOCTYPE html><html></html>")],
    ["png", "a", Buffer.from("\u0089PNG\r\n", "latin1")],
    ["text", "a.csv", Buffer.from("a;b\n1;2\n")],
    ["empty", "a.xsd", Buffer.alloc(0)],
    ["unknown", "a.bin", Buffer.from([1, 2, 0, 0xff])],
  ])("%s", (kind, name, bytes) => {
    expect(kindOfFile(name, bytes)).toBe(kind);
  });

  it("has a name for people", () => {
    expect(describeKind(kindOfFile("a.xsd", Buffer.from("<!DOCTYPE html>")))).toBe("a web page (HTML)");
  });
});
