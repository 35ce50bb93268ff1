import type { Messages } from '../../core/text/index.ts';

export const en = {
  'biometric.template_magic': 'This is no ISO/IEC 19794-2 fingerprint template (byte {byte}).',
  'biometric.template_version': 'The fingerprint template is not of version 20, ISO/IEC 19794-2:2005 (byte {byte}).',
  'biometric.template_cut': 'The template is cut at byte {byte}. Send it again from the capture device.',
  'biometric.template_length': 'A length in the template contradicts its contents (byte {byte}).',
  'biometric.template_trailing': 'Bytes follow the end of the template (byte {byte}).',
  'biometric.template_views': 'A template must hold exactly one finger (byte {byte}).',
  'biometric.template_image': 'The size of the image in the template is not valid (byte {byte}).',
  'biometric.template_resolution': 'The resolution must be 98 to 400 pixels per cm (byte {byte}).',
  'biometric.template_reserved': 'Reserved bits of the template are set (byte {byte}).',
  'biometric.template_finger': 'The finger position must be 1 to 10 (byte {byte}).',
  'biometric.template_view_number': 'The number of the finger view must be 0 (byte {byte}).',
  'biometric.template_impression': 'The type of impression is unknown (byte {byte}).',
  'biometric.template_quality': 'Quality must be 0 to 100 (byte {byte}).',
  'biometric.template_no_minutiae': 'The template holds no minutia. Record this finger again.',
  'biometric.template_many_minutiae': 'The template holds more than 255 minutiae (byte {byte}).',
  'biometric.template_type': 'The type of a minutia is not valid (byte {byte}).',
  'biometric.template_outside': 'A minutia lies outside the image (byte {byte}).',
  'biometric.template_device': 'The code of the capture device is not valid (byte {byte}).',
  'biometric.template_no_view': 'The template holds no finger (byte {byte}).',
  'biometric.template_which_finger':
    'The template does not say which finger it is of (byte {byte}). Say the finger position, 1 to 10.',
  'biometric.template_angle': 'The angle of a minutia must be 0 to 179 steps of two degrees (byte {byte}).',
  'biometric.face_template_magic': 'This is no face template (byte {byte}).',
  'biometric.face_template_encoder': 'The name of the encoder in the face template is not valid (byte {byte}).',
  'biometric.face_template_checksum': 'The face template is damaged: its checksum is wrong (byte {byte}).',
  'biometric.face_template_values': 'The contents of the face template are not valid (byte {byte}).',
  'biometric.no_such_position': 'There is no position {position} of {modality}.',
  'biometric.format_unknown': 'A template of {modality} in the format {format} cannot be compared.',
  'biometric.position_differs': 'Handed in as finger {position}, but the template is of finger {finger}.',
  'biometric.item_twice': 'There are two templates of {item}.',
  'biometric.picture_waits': 'A picture without a template ({modality}) cannot be worked on yet. Send its template.',
  'biometric.picture_empty': 'The picture file is empty.',
  'biometric.picture_unreadable': 'The file is not a whole PNG, JPEG, TIFF or WebP picture.',
  'biometric.picture_too_large': 'The picture is too large. At most 40 million pixels and 20 MB.',
  'biometric.picture_too_small': 'The picture is too small ({width} x {height}). At least 64 x 64 pixels.',
  'biometric.picture_kind':
    'The file is no WSQ, PNG, JPEG, TIFF, BMP, PGM or PPM picture (byte {byte}). Send it in one of these formats.',
  'biometric.picture_cut': 'The {format} picture is cut at byte {byte}. Send the whole file again.',
  'biometric.picture_field':
    'The value of {field} in the {format} picture is not valid (byte {byte}). Send it again from the capture device.',
  'biometric.picture_unsupported':
    'The {format} picture uses a {field} that cannot be read (byte {byte}). Save it as PNG without changing its size.',
  'biometric.picture_length':
    'The length of {field} in the {format} picture contradicts its contents (byte {byte}). Send it again from the capture device.',
  'biometric.picture_order':
    'The part {field} of the {format} picture is missing, twice or out of place (byte {byte}). Send it again from the capture device.',
  'biometric.picture_code': 'The {format} picture holds damaged codes (byte {byte}). Send the whole file again.',
  'biometric.picture_checksum':
    'The part {field} of the {format} picture is damaged: its checksum is wrong (byte {byte}). Send the whole file again.',
  'biometric.picture_data':
    'The pixels of the {format} picture cannot be opened (from byte {byte}). Send the whole file again.',
  'biometric.finger_picture_too_large':
    'The picture of the finger is too large ({width} x {height}). At most 10 million pixels; send each finger by itself.',
  'biometric.picture_resolution':
    'The picture has {dpi} pixels an inch; it must be 250 to 1,100. If the file is wrong, say the right resolution.',
  'biometric.picture_resolution_differs':
    'The resolution is {x} pixels an inch across and {y} down. If the file is wrong, say the right resolution.',
  'biometric.no_finger': 'There is no fingerprint in the picture. Look at the file, or record this finger again.',
  'biometric.no_face': 'There is no face in the picture. Take it again with the face towards the camera.',
  'biometric.several_faces': 'There is more than one face in the picture. Take it again with one person only.',
  'biometric.engine_busy': 'The biometric engine is full. Try again in a moment.',
  'biometric.engine_failed': 'The biometric engine ended in the middle. Try again.',
  'biometric.engine_closed': 'The biometric engine is closed.',
  'biometric.prints_unreadable': 'The folder {name} cannot be opened ({reason}).',
  'biometric.prints_missing':
    'The folder {name} holds no picture named FINGER_IMPRESSION, such as 101_3.png. Name the folder that holds the pictures themselves.',
  'biometric.prints_twice': 'Given twice: {name}. Each folder, and each impression in it, may stand there once.',
  'biometric.pairs_unreadable': 'The file of pairs {name} cannot be opened ({reason}).',
  'biometric.pairs_columns': 'The file of pairs {name} must have the columns a, b, same.',
  'biometric.pairs_value': 'Row {row}: {what}.',
} as const satisfies Messages;
