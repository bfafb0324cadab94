export { differencesOf, type ShapeDifference } from "./differences";
export { recordedCallType, type RecordedCall, type RecordedShape } from "./line";
export { shapeOf } from "./shape";
export { vocabulary } from "./vocabulary";
