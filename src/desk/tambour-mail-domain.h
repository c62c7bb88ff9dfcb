/* tambour-mail-domain.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *tambour_mail_domain_of        (const char *email);
gboolean    tambour_mail_domain_is_public (const char *domain);

G_END_DECLS
