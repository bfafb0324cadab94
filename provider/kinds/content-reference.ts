import { z } from "zod";
import { store } from "../contract";

const [stores, owners] = [store.storeNames.join("|"), store.ownerTypes.join("|")];

/** The id of a bucket, a schema or a transformation project. */
export const contentId = z
  .string()
  .regex(
    new RegExp(`^(${stores})/(${owners})\\.[^.\\s/]+\\.[^.\\s/]+$`),
    "expected the id of a bucket, a schema or a project, such as data/org.599.abe0849a-5110-43a5-81e4-5880fce3f398",
  );
