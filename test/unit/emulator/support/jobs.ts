import { bucket } from "./buckets";
import { inOrder } from "./in-order";
import { strong, type Visitor } from "./visitor";

// Services that are published, protected, called and taken from the net; a validation that stays in the history, and one
// that does not. The file is the same as that of another bucket.
export async function jobs(admin: Visitor): Promise<void> {
  const theme = ((await admin.post("/resources/themes/org/2", { name: "Verkehr" })).body as { id: string }).id;
  const { combinedId, path, files } = await bucket(admin, "data", "org/2", { name: "Straßen" });
  const start = (type: string, form: object = {}) =>
    admin.post("/workflows/jobs", { type, resourceType: "Bucket", resource: combinedId, ...form });
  const access = { type: "password", user: "karte", password: strong };
  await inOrder(
    () => admin.put(`${path}/p/theme`, theme),
    () => admin.add(files, "<kept/>", "kept.xml"),
    () => start("validation", { reference: "die erste" }),
    () => admin.post("/_emulator/jobs", { vanishes: true }),
    () => start("validation"),
    () => admin.put(`/workflows/services/${combinedId}_wms/access`, access),
    () => start("publication", { parameters: { service: "wms" } }),
    () => start("publication", { parameters: { service: "wfs" } }),
    () => admin.get(`/ows/services/${combinedId}_wms?SERVICE=WMS&REQUEST=GetCapabilities`),
    () => start("unpublication", { parameters: { service: "wfs" } }),
  );
}
