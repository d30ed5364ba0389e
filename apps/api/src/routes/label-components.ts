import {
  importedProducts,
  labelCodeEnded,
  labelCodeList,
  labelCodesImported,
  labelCodeView,
  labelsView,
  labelView,
  newBloodGroupCode,
  newProductCode,
} from '@cellrelay/use-cases';

/** What is answered about labels, and the codes on them. */
export const labelAnswers = {
  Label: labelView,
  LabelCode: labelCodeView,
  LabelCodes: labelCodeList,
  LabelCodesImported: labelCodesImported,
  Labels: labelsView,
} as const;

/** What is sent about them. */
export const labelBodies = {
  BloodGroupCode: newBloodGroupCode,
  ImportedProducts: importedProducts,
  LabelCodeEnded: labelCodeEnded,
  ProductCode: newProductCode,
} as const;
