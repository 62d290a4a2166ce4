/* What every unit test includes. */
#ifndef GAIRO_TESTS_UNIT_TEST_H
#define GAIRO_TESTS_UNIT_TEST_H

#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
