/* Minutiae of a grey picture by NIST's MINDTCT, through the public interface of libfprint 2: width and height as arguments, the pixels on
 * standard input, "x y" a line on standard output. The declarations stand here, so that only the library itself is needed. */
#include <stdio.h>
#include <stdlib.h>

typedef struct FpImage FpImage;
typedef struct FpMinutia FpMinutia;
typedef struct {
  FpMinutia **all;
  unsigned count;
} Found;

FpImage *fp_image_new(int width, int height);
const unsigned char *fp_image_get_data(FpImage *image, size_t *length);
void fp_image_detect_minutiae(FpImage *image, void *cancellable, void (*done)(void *, void *, void *), void *given);
int fp_image_detect_minutiae_finish(FpImage *image, void *result, void **error);
Found *fp_image_get_minutiae(FpImage *image);
void fp_minutia_get_coords(FpMinutia *minutia, int *x, int *y);
void *g_main_loop_new(void *context, int running);
void g_main_loop_run(void *loop);
void g_main_loop_quit(void *loop);

static int held = 0;

static void done(void *image, void *result, void *loop) {
  held = fp_image_detect_minutiae_finish(image, result, NULL);
  g_main_loop_quit(loop);
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  FpImage *image = fp_image_new(atoi(argv[1]), atoi(argv[2]));
  size_t length = 0;
  unsigned char *pixels = (unsigned char *)fp_image_get_data(image, &length);
  if (fread(pixels, 1, length, stdin) != length) return 2;
  void *loop = g_main_loop_new(NULL, 0);
  fp_image_detect_minutiae(image, NULL, done, loop);
  g_main_loop_run(loop);
  if (!held) return 1;
  Found *found = fp_image_get_minutiae(image);
  for (unsigned n = 0; found && n < found->count; n++) {
    int x = 0, y = 0;
    fp_minutia_get_coords(found->all[n], &x, &y);
    printf("%d %d\n", x, y);
  }
  return 0;
}
