/* test-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-version-range.h"
#include "tambour-version.h"

typedef struct
{
  const char *a;
  const char *order;  /* "<", "=", ">" or "?" */
  const char *b;
} Pair;

static const Pair pairs[] = {
  { "4.1", "=", "4.1" },
  { "4.1", "=", "4.1.0" },
  { "4.1.0.0", "=", "4.1" },
  { "v4.1", "=", "4.1" },
  { "Version 4.1", "=", "4.1" },
  { "release 26", "=", "26" },
  { "4.1", "<", "4.2" },
  { "4.9", "<", "4.10" },
  { "4.10", ">", "4.9.9" },
  { "10", ">", "9.99" },
  { "4.1", "<", "4.1.1" },
  { "04.01", "=", "4.1" },
  { "4.2-rc1", "<", "4.2" },
  { "4.2-rc1", ">", "4.1.9" },
  { "4.2-rc2", ">", "4.2rc1" },
  { "4.2-beta", "<", "4.2-rc1" },
  { "4.2 alpha 3", "<", "4.2 beta 1" },
  { "4.1a", ">", "4.1" },
  { "4.1b", ">", "4.1a" },
  { "4.1a", "<", "4.1.1" },
  { "2019 R2", ">", "2019" },
  { "2019 R2", "<", "2022" },
  { "7 SP1", ">", "7" },
  { "2024-11-01", "<", "2024-12-01" },
  { "1.2.3.4", ">", "1.2.3" },
  { "99999999999999999999999999", ">", "5" },
  { "Bookworm", "=", "bookworm" },
  { "Bookworm", "?", "Trixie" },
  { "Bookworm", "?", "12" },
  { "Ubuntu 22.04", "<", "Ubuntu 24.04" },
  { "Ubuntu 22.04", "?", "Debian 12" },
  { "", "?", "4.1" },
  { "…", "?", "…" },
};

static const char *
sign_of (TambourVersionOrder order)
{
  switch (order)
    {
    case TAMBOUR_VERSION_BELOW:
      return "<";
    case TAMBOUR_VERSION_EQUAL:
      return "=";
    case TAMBOUR_VERSION_ABOVE:
      return ">";
    case TAMBOUR_VERSION_UNCLEAR:
      return "?";
    }

  g_return_val_if_reached (NULL);
}

static const char *
inverse_of (const char *sign)
{
  return *sign == '<' ? ">" : *sign == '>' ? "<"
                                           : sign;
}

static void
test_one_is_below_another (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s %s %s", pairs[i].a, pairs[i].order, pairs[i].b);
      g_assert_cmpstr (sign_of (tambour_version_compare (pairs[i].a, pairs[i].b)), ==, pairs[i].order);
      g_assert_cmpstr (sign_of (tambour_version_compare (pairs[i].b, pairs[i].a)), ==, inverse_of (pairs[i].order));
    }
}

typedef struct
{
  const char *range;
  const char *fixed_in;
  const char *version;
  const char *match;    /* "in", "out" or "?" */
} Line;

static const Line lines[] = {
  /* equal */
  { "4.1.2", NULL, "4.1.2", "in" },
  { "4.1", NULL, "4.1.0", "in" },
  { "3.1", NULL, "3.1.4", "in" },
  { "3.1", NULL, "3.10", "out" },
  { "4.1.x", NULL, "4.1.7", "in" },
  { "4.*", NULL, "4.9", "in" },
  { "4.1.x", NULL, "4.2", "out" },
  { "= 4.1", NULL, "4.1", "in" },
  { "v3.1", NULL, "3.1", "in" },

  /* below and above */
  { "4.1.0 to 4.1.3", NULL, "4.0.9", "out" },
  { "4.1.0 to 4.1.3", NULL, "4.1.4", "out" },
  { "4.1.0 to 4.1.3", NULL, "4.2", "out" },
  { "4.6 to 4.9", NULL, "4.10", "out" },
  { "4.6 to 4.9", NULL, "4.5.9", "out" },
  { "before 5.0", NULL, "5.0", "out" },
  { "before 5.0", NULL, "5.0.1", "out" },
  { "after 4.1", NULL, "4.1", "out" },
  { "after 4.1", NULL, "4.1.3", "out" },
  { "from 4.2", NULL, "4.1.9", "out" },

  /* between */
  { "4.1.0 to 4.1.3", NULL, "4.1.0", "in" },
  { "4.1.0 to 4.1.3", NULL, "4.1.2", "in" },
  { "4.1.0 to 4.1.3", NULL, "4.1.3", "in" },
  { "4.6 to 4.9", NULL, "4.9.3", "in" },
  { "4.6 - 4.9", NULL, "4.7", "in" },
  { "4.6–4.9", NULL, "4.7", "in" },
  { "4.6 .. 4.9", NULL, "4.7", "in" },
  { "from 4.6 until 4.9", NULL, "4.7", "in" },
  { "from 4.6 before 4.9", NULL, "4.9", "out" },
  { ">= 4.0, < 4.2", NULL, "4.1", "in" },
  { ">=4.0 <4.2", NULL, "4.2", "out" },
  { ">4.0 and <=4.2", NULL, "4.2.1", "in" },
  { "≥ 4.0", NULL, "4.0", "in" },
  { "until release 26", NULL, "release 25", "in" },
  { "until release 26", NULL, "26.4", "in" },
  { "until release 26", NULL, "release 27", "out" },
  { "up to 26", NULL, "25", "in" },
  { "up to, and including 4.1", NULL, "4.1", "in" },
  { "4.1 and earlier", NULL, "3.9", "in" },
  { "4.1 or older", NULL, "4.2", "out" },
  { "4.2 and later", NULL, "4.3", "in" },
  { "4.2+", NULL, "5", "in" },
  { "before 5.0", NULL, "4.9.9", "in" },
  { "before 5.0", NULL, "5.0-rc1", "in" },
  { "all", NULL, "1", "in" },
  { "*", NULL, "Bookworm", "in" },
  { "all versions", NULL, "4", "in" },

  /* several */
  { "3.1, 3.3", NULL, "3.3", "in" },
  { "3.1, 3.3", NULL, "3.2", "out" },
  { "3.1 or 3.3", NULL, "3.3.1", "in" },
  { "3.1 and 3.3", NULL, "3.1", "in" },
  { "3.1 to 3.3, 4.0 to 4.2; 5", NULL, "4.1", "in" },
  { "3.1 to 3.3, 4.0 to 4.2; 5", NULL, "3.9", "out" },
  { "3.1 to 3.3, 4.0 to 4.2; 5", NULL, "5.7", "in" },

  /* fixed in */
  { "4.1.0 and later", "4.2", "4.1.9", "in" },
  { "4.1.0 and later", "4.2", "4.2", "out" },
  { "4.1.0 and later", "4.2", "4.3", "out" },
  { NULL, "4.2", "4.1", "in" },
  { NULL, "4.2", "4.2", "out" },
  { "", "release 27", "release 26", "in" },
  { "until release 26", "release 27", "release 26", "in" },

  /* unknown */
  { "4.1.0 to 4.1.3", "4.2", NULL, "?" },
  { "4.1.0 to 4.1.3", "4.2", "", "?" },
  { "4.1.0 to 4.1.3", "4.2", "unknown", "?" },
  { "4.1.0 to 4.1.3", "4.2", "?", "?" },
  { "4.1.2 to 4.1.3", NULL, "4.1", "?" },
  { "4.1.0 to 4.1.3", NULL, "4.1", "?" },
  { "4.1 to 4.3", NULL, "4", "?" },
  { "4.1.2", NULL, "4", "?" },
  { NULL, "4.2", "4", "?" },
  { NULL, NULL, "4.1", "?" },
  { "4.1 to", NULL, "4.1", "?" },
  { "all but 4.1", NULL, "4.2", "?" },
  { "not 4.2", NULL, "4.1", "?" },
  { "earlier", NULL, "4.1", "?" },

  /* said twice: the last word counts */
  { "4 > 5 later", NULL, "5", "in" },
  { "6 < 5 earlier", NULL, "5.5", "?" },

  /* names */
  { "Bookworm", NULL, "bookworm", "in" },
  { "Bookworm", NULL, "Trixie", "?" },
  { "Windows Server 2019", NULL, "Windows Server 2019", "in" },
  { "Windows Server 2016 to Windows Server 2019", NULL, "Windows Server 2022", "out" },
  { "2019 R2", NULL, "2019 R2", "in" },
  { "4.1", NULL, "Bookworm", "?" },
};

static const char *
word_of (TambourVersionMatch match)
{
  switch (match)
    {
    case TAMBOUR_VERSION_INSIDE:
      return "in";
    case TAMBOUR_VERSION_OUTSIDE:
      return "out";
    case TAMBOUR_VERSION_UNKNOWN:
      return "?";
    }

  g_return_val_if_reached (NULL);
}

static void
test_a_version_is_in_a_range_or_not (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const Line *line = &lines[i];

      g_test_message ("“%s”, fixed in “%s”: “%s”", line->range, line->fixed_in, line->version);
      g_assert_cmpstr (word_of (tambour_version_range_match (line->range, line->fixed_in, line->version)), ==, line->match);
    }
}

/* Numbers alone: what arithmetic says of them. */
static void
test_numbers_are_compared_as_numbers (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (41);

  for (guint i = 0; i < 5000; i++)
    {
      int a[3], from[3], to[3];
      g_autofree char *version = NULL;
      g_autofree char *range = NULL;
      int x, y, z;

      for (guint k = 0; k < 3; k++)
        {
          a[k] = g_rand_int_range (random, 0, 13);
          from[k] = g_rand_int_range (random, 0, 13);
          to[k] = g_rand_int_range (random, 0, 13);
        }

      version = g_strdup_printf ("%d.%d.%d", a[0], a[1], a[2]);
      range = g_strdup_printf ("%d.%d.%d to %d.%d.%d", from[0], from[1], from[2], to[0], to[1], to[2]);
      x = (a[0] * 100 + a[1]) * 100 + a[2];
      y = (from[0] * 100 + from[1]) * 100 + from[2];
      z = (to[0] * 100 + to[1]) * 100 + to[2];
      g_assert_cmpstr (word_of (tambour_version_range_match (range, NULL, version)), ==, y <= x && x <= z ? "in" : "out");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/versions/one-is-below-another", test_one_is_below_another);
  g_test_add_func ("/versions/a-version-is-in-a-range-or-not", test_a_version_is_in_a_range_or_not);
  g_test_add_func ("/versions/numbers-are-compared-as-numbers", test_numbers_are_compared_as_numbers);

  return g_test_run ();
}
