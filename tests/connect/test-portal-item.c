/* test-portal-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-item.h"

static void
test_an_address_tells_the_domain (void)
{
  g_autoptr(TambourPortalItem) item = tambour_portal_item_new ("42");

  tambour_portal_item_hint (item, "organisation", "");
  tambour_portal_item_hint (item, "email", "Anna@Varnholt.Example");
  g_assert_cmpstr (tambour_portal_item_get_hint (item, "domain"), ==, "varnholt.example");
  g_assert_cmpstr (tambour_portal_item_get_hint (item, "email"), ==, "Anna@Varnholt.Example");
  g_assert_null (tambour_portal_item_get_hint (item, "organisation"));

  tambour_portal_item_hint (item, "email", "nobody");
  tambour_portal_item_hint (item, "email", NULL);
  g_assert_cmpstr (tambour_portal_item_get_hint (item, "email"), ==, "nobody");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal-item/hints/an-address-tells-the-domain", test_an_address_tells_the_domain);

  return g_test_run ();
}
