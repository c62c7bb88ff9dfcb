/* fuzz-vcard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "tambour-vcard.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Whatever the bytes are: people with names, in UTF-8. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourVcards) cards = tambour_vcards_parse ((const char *) data, size, &error);

  g_assert ((cards == NULL) == (error != NULL));
  for (guint i = 0; cards && i < cards->cards->len; i++)
    {
      const TambourVcard *card = cards->cards->pdata[i];

      g_assert (card->name && *card->name && g_utf8_validate (card->name, -1, NULL));
      g_assert (card->note == NULL || g_utf8_validate (card->note, -1, NULL));
      for (guint n = 0; n < card->emails->len; n++)
        g_assert (g_utf8_validate (card->emails->pdata[n], -1, NULL));
    }

  return 0;
}
