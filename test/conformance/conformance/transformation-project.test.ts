import { tryEveryRow } from "../tried";

tryEveryRow("TransformationProject");
