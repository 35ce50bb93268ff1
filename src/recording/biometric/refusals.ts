import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

// Of a template `byte` is the place, counted from 0, where reading could not go on.
export const refusals = {
  'biometric.template_magic': { status: 422, when: 'a fingerprint record does not begin with FMR and a zero byte' },
  'biometric.template_version': {
    status: 422,
    when: 'a fingerprint record is not of version 20 (ISO/IEC 19794-2:2005)',
  },
  'biometric.template_cut': { status: 422, when: 'a record ends before what it announces' },
  'biometric.template_length': { status: 422, when: 'the length in a record contradicts its contents' },
  'biometric.template_trailing': { status: 422, when: 'bytes follow the end of a record' },
  'biometric.template_views': { status: 422, when: 'a fingerprint record holds no view, or several' },
  'biometric.template_image': { status: 422, when: 'the width or height of the image is 0 or more than 16,383' },
  'biometric.template_resolution': { status: 422, when: 'the resolution is outside 98 to 400 pixels per cm' },
  'biometric.template_reserved': { status: 422, when: 'bits that are reserved are set' },
  'biometric.template_finger': { status: 422, when: 'the finger position is not 1 to 10' },
  'biometric.template_view_number': { status: 422, when: 'the only view does not have the number 0' },
  'biometric.template_impression': { status: 422, when: 'an impression type that the standard does not know' },
  'biometric.template_quality': { status: 422, when: 'a quality above 100' },
  'biometric.template_no_minutiae': { status: 422, when: 'a fingerprint record without a minutia' },
  'biometric.template_many_minutiae': { status: 422, when: 'more than 255 minutiae, which the format cannot hold' },
  'biometric.template_type': { status: 422, when: 'the reserved minutia type 3' },
  'biometric.template_outside': { status: 422, when: 'a minutia that lies outside the image' },
  'biometric.template_device': {
    status: 422,
    when: 'a device identifier of more than 12 bits or such a certification',
  },
  'biometric.face_template_magic': { status: 422, when: 'a face template does not begin with JDF1' },
  'biometric.face_template_encoder': { status: 422, when: 'the encoder name in a face template is empty or no name' },
  'biometric.face_template_checksum': { status: 422, when: 'the checksum of a face template is wrong' },
  'biometric.face_template_values': { status: 422, when: 'an embedding that is not a vector of length 1' },
  'biometric.no_such_position': { status: 422, when: 'a position that the modality does not have' },
  'biometric.format_unknown': { status: 422, when: 'a template in a format that the engine does not compare' },
  'biometric.position_differs': { status: 422, when: 'the record is of another finger than it was handed in for' },
  'biometric.item_twice': { status: 422, when: 'one person has two templates of one item' },
  'biometric.picture_waits': {
    status: 422,
    when: 'a picture of a finger, iris or signature without a template: the engine here extracts from faces only',
  },
  'biometric.picture_empty': { status: 422, when: 'a picture of zero bytes' },
  'biometric.picture_unreadable': { status: 422, when: 'bytes that are no picture, or a cut one' },
  'biometric.picture_too_large': {
    status: 413,
    when: 'more than 40 million pixels or 20 MB; looked at before decoding',
  },
  'biometric.picture_too_small': { status: 422, when: 'fewer than 64 pixels wide or high' },
  'biometric.no_finger': { status: 422, when: 'no finger in the picture' },
  'biometric.no_face': { status: 422, when: 'no face in the picture' },
  'biometric.several_faces': { status: 422, when: 'more than one face in the picture' },
  'biometric.engine_busy': { status: 503, when: 'more tasks wait for the engine than it takes' },
  'biometric.engine_failed': {
    status: 503,
    when: 'a thread of the engine ended in the middle; the task may be repeated',
  },
  'biometric.engine_closed': { status: 503, when: 'the engine is closed' },
  'biometric.prints_unreadable': { status: 422, when: 'a folder of prints cannot be opened' },
  'biometric.prints_missing': { status: 422, when: 'a folder holds no file named FINGER_IMPRESSION.ext' },
  'biometric.prints_twice': { status: 422, when: 'a folder, or an impression in one, is given twice' },
  'biometric.pairs_unreadable': { status: 422, when: 'the file of pairs cannot be opened' },
  'biometric.pairs_columns': { status: 422, when: 'the file of pairs has no columns a, b, same' },
  'biometric.pairs_value': { status: 422, when: 'a row of the pairs names no file or is neither same nor different' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
export type BiometricRefusal = keyof typeof refusals;
